import type { ReactElement } from 'react';
import { Notice } from '../../../components/notice.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { focusField } from '../../../components/focus-field.ts';
import { text } from '../../../text.ts';
import type { TextPath } from '../state/record-path.ts';
import { useField } from '../state/visit-session.tsx';
import { BoundText } from './bound-fields.tsx';
import { mentionsCaudaEquina } from './cauda-equina-words.ts';

const words = text.visit.talk;

/** Free text that shows the way to the questions when it speaks of bladder, bowel, saddle or numbness. It raises nothing (spec 5.1 rule 7). */
export function GuardedNote({ path, label, placeholder }: { path: TextPath; label: string; placeholder?: string }): ReactElement {
  const { value, pending } = useField(path);
  return (
    <>
      <BoundText path={path} label={label} placeholder={placeholder} lines />
      {mentionsCaudaEquina(pending ?? value ?? '') && (
        <Notice actions={<LinkButton onClick={() => focusField('redFlags.answers.RF-01a')}>{words.noteGo}</LinkButton>}>
          {words.noteHint}
        </Notice>
      )}
    </>
  );
}
