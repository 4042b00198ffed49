import { IconAdjustmentsHorizontal, IconLock, IconSun, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { cx } from '../components/cx.ts';
import { LogoMark } from '../components/icons.tsx';
import { text } from '../text.ts';
import classes from './app-frame.module.css';
import { navigate, useRoute, type Route } from './routes.ts';

type AppFrameProps = {
  /** Flags and reviews that wait on Today. */
  waiting: number;
  onLock: () => void;
  banners: ReactNode;
  children: ReactNode;
};

type Place = { page: 'today' | 'patients' | 'settings'; label: string; icon: ReactNode; route: Route };

const ICON = { size: 22, stroke: 1.6, 'aria-hidden': true } as const;
const PLACES: readonly Place[] = [
  { page: 'today', label: text.app.rail.today, icon: <IconSun {...ICON} />, route: { page: 'today' } },
  {
    page: 'patients',
    label: text.app.rail.patients,
    icon: <IconUsers {...ICON} />,
    route: { page: 'patients', intent: 'browse', query: '' },
  },
  { page: 'settings', label: text.app.rail.settings, icon: <IconAdjustmentsHorizontal {...ICON} />, route: { page: 'settings' } },
];

/** The rail place a page belongs to. */
function placeOf(route: Route): Place['page'] {
  return route.page === 'today' || route.page === 'settings' ? route.page : 'patients';
}

/** The rail at the left, the banners, and the page. */
export function AppFrame({ waiting, onLock, banners, children }: AppFrameProps): ReactNode {
  const place = placeOf(useRoute());
  return (
    <div className={classes['frame']}>
      <nav className={classes['rail']} aria-label={text.app.rail.label}>
        <span className={classes['logo']}>
          <LogoMark />
        </span>
        {PLACES.map((item) => (
          <button
            key={item.page}
            type="button"
            className={cx(classes['item'], item.page === place && classes['current'])}
            aria-current={item.page === place ? 'page' : undefined}
            onClick={() => navigate(item.route)}
          >
            <span className={classes['icon']}>
              {item.icon}
              {item.page === 'today' && waiting > 0 && (
                <span className={classes['count']} aria-label={text.app.rail.waiting(waiting)}>
                  {waiting}
                </span>
              )}
            </span>
            {item.label}
          </button>
        ))}
        <button type="button" className={cx(classes['item'], classes['lock'])} onClick={onLock}>
          <span className={classes['icon']}>
            <IconLock {...ICON} />
          </span>
          {text.app.rail.lock}
        </button>
      </nav>
      <div className={classes['main']}>
        {banners}
        {children}
      </div>
    </div>
  );
}
