import { Button } from '@mantine/core';
import { IconFileText, IconMail } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { VisitPaper } from '../../../shared/schemas/paper.ts';
import { text } from '../../text.ts';
import classes from './papers.module.css';

const words = text.papers;

/** The way to the letter and the summary of a visit. */
export function PaperButtons({ onPaper }: { onPaper: (kind: VisitPaper) => void }): ReactNode {
  return (
    <div className={classes['row']} role="group" aria-label={words.group}>
      <Button variant="default" leftSection={<IconMail size={18} aria-hidden="true" />} onClick={() => onPaper('letter')}>
        {words.names.letter}
      </Button>
      <Button variant="default" leftSection={<IconFileText size={18} aria-hidden="true" />} onClick={() => onPaper('summary')}>
        {words.names.summary}
      </Button>
    </div>
  );
}
