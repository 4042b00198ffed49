import { Button, Modal } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { text } from '../text.ts';
import classes from './confirm-dialog.module.css';

type ConfirmDialogProps = {
  opened: boolean;
  /** A question that names what would happen: "Throw this draft away?" */
  title: string;
  /** What is lost, what stays, and whose chart it is. */
  children?: ReactNode;
  /** The verb of the question: "Throw away". */
  confirmLabel: string;
  onConfirm: () => void;
  onCancel: () => void;
  cancelLabel?: string | undefined;
  busy?: boolean | undefined;
  /** Its place in a `Modal.Stack`, where it opens over another dialog. */
  stackId?: string | undefined;
};

/** A question before anything is removed. The way back has the focus; Escape takes it. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const bodyId = useId();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onCancel}
      title={props.title}
      withCloseButton={false}
      {...(props.stackId === undefined ? {} : { stackId: props.stackId })}
      aria-describedby={props.children === undefined ? undefined : bodyId}
    >
      {props.children !== undefined && <div id={bodyId}>{props.children}</div>}
      <div className={classes['actions']}>
        <Button variant="default" data-autofocus onClick={props.onCancel}>
          {props.cancelLabel ?? text.app.confirm.cancel}
        </Button>
        <Button loading={props.busy === true} onClick={props.onConfirm}>
          {props.confirmLabel}
        </Button>
      </div>
    </Modal>
  );
}
