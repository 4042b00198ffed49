import { IconFlask, IconTool } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDeskQuery } from '../api/query.ts';
import { text } from '../text.ts';
import classes from './app-frame.module.css';

/** What the shell says of itself. Never changes while the window lives. */
export function useAbout(): ReturnType<typeof useDeskQuery<'shell.about'>>['data'] {
  return useDeskQuery('shell.about', {}, { staleTimeMs: Infinity }).data;
}

/** Says that nobody real may be entered: the demo desk, the development runtime. Nothing otherwise. */
export function Banners({ isDemo }: { isDemo: boolean }): ReactNode {
  const developmentRuntime = useAbout()?.developmentRuntime ?? false;
  if (!isDemo && !developmentRuntime) return null;
  return (
    <aside className={classes['banners']} aria-label={text.app.banners.label}>
      {isDemo && (
        <span className={classes['banner']}>
          <IconFlask size={16} stroke={1.8} aria-hidden="true" />
          {text.app.banners.demo}
        </span>
      )}
      {developmentRuntime && (
        <span className={classes['banner']}>
          <IconTool size={16} stroke={1.8} aria-hidden="true" />
          {text.app.banners.developmentRuntime}
        </span>
      )}
    </aside>
  );
}
