import type { ReactNode } from 'react';
import { text } from '../../text.ts';
import { useBackupStatus, useMoment } from './backup.resource.ts';

const words = text.backup;

/** Last backup and last verified restore, as two rows of a list of facts. */
export function BackupFacts(): ReactNode {
  const { data } = useBackupStatus();
  const moment = useMoment();
  if (data === undefined) return null;
  return (
    <>
      <dt>{words.last}</dt>
      <dd>{data.last === null ? (data.plan === null ? words.noFolder : words.none) : moment(data.last.at)}</dd>
      <dt>{words.verified}</dt>
      <dd>{data.verified === null ? words.never : moment(data.verified.at)}</dd>
    </>
  );
}
