import { useRef, useState, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import { angleAtPointer } from '../../../../shared/figures/slr-stage.ts';
import { SLR_ANGLE_MAX_DEG, SLR_ANGLE_MIN_DEG } from '../../../../shared/schemas/slr.ts';
import classes from './figures.module.css';

/** The two angles of a raise: first change in symptoms, and limit accepted (spec 2.1). */
export type SlrPoint = 'p1' | 'p2';

export type Grips = {
  className: string | undefined;
  onMouseDown: (event: MouseEvent) => void;
  onPointerDown: (event: PointerEvent<SVGElement>) => void;
  onPointerMove: (event: PointerEvent<SVGElement>) => void;
  onPointerUp: () => void;
  onPointerCancel: () => void;
};

type LegDragOptions = {
  /** Group whose coordinates are those of the figure. */
  drawing: RefObject<SVGGElement | null>;
  angles: Record<SlrPoint, number | null>;
  onDrag: (point: SlrPoint, angleDeg: number) => void;
  onDragEnd: (point: SlrPoint) => void;
};

/**
 * Dragging a leg or a handle by where it was taken: it follows the pointer from the angle it had, so pressing without moving records
 * nothing. `jump` is for the protractor, where pressing means "here".
 */
export function useLegDrag({ drawing, angles, onDrag, onDragEnd }: LegDragOptions): (point: SlrPoint, grip: 'follow' | 'jump') => Grips {
  const [dragged, setDragged] = useState<SlrPoint | null>(null);
  const offsetDeg = useRef(0);

  function pointerAngle(event: PointerEvent): number | null {
    const toFigure = drawing.current?.getScreenCTM()?.inverse();
    if (!toFigure) return null;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toFigure);
    return angleAtPointer([x, y], SLR_ANGLE_MAX_DEG);
  }

  function drag(event: PointerEvent, point: SlrPoint): void {
    const angleDeg = pointerAngle(event);
    if (angleDeg === null) return;
    onDrag(point, Math.min(SLR_ANGLE_MAX_DEG, Math.max(SLR_ANGLE_MIN_DEG, angleDeg + offsetDeg.current)));
  }

  function end(point: SlrPoint): void {
    if (dragged !== point) return;
    setDragged(null);
    onDragEnd(point);
  }

  return (point, grip) => ({
    className: dragged === null ? classes['drag'] : classes['dragging'],
    // The focus stays where it is: leaving a field would cut the drag in two steps of the undo history.
    onMouseDown: (event) => event.preventDefault(),
    onPointerDown: (event) => {
      const angleDeg = pointerAngle(event);
      if (event.button !== 0 || angleDeg === null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      offsetDeg.current = grip === 'follow' ? (angles[point] ?? SLR_ANGLE_MIN_DEG) - angleDeg : 0;
      setDragged(point);
      if (grip === 'jump') drag(event, point);
    },
    onPointerMove: (event) => {
      if (dragged === point) drag(event, point);
    },
    onPointerUp: () => end(point),
    onPointerCancel: () => end(point),
  });
}
