import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import classes from './pdf-pages.module.css';

GlobalWorkerOptions.workerSrc = workerUrl;

type Props = {
  /** The bytes as they are kept and printed. pdf.js takes its buffer over, so a copy is handed to it. */
  pdf: Uint8Array;
  /** Width of a page on screen, CSS pixels. */
  widthPx: number;
  pageLabel: (page: number, of: number) => string;
  textLabel: (page: number) => string;
};

/** Draws every page of a PDF from its bytes, each with its text for a screen reader. */
export function PdfPages({ pdf, widthPx, pageLabel, textLabel }: Props): ReactElement {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);

  useEffect(() => {
    const task = getDocument({ data: pdf.slice(), isEvalSupported: false, useSystemFonts: false });
    let live = true;
    task.promise.then(
      (loaded) => {
        if (live) setDocument(loaded);
      },
      // A document that is no longer wanted is given up half-way.
      (error: unknown) => {
        if (live) throw error;
      },
    );
    return () => {
      live = false;
      // The pages of one sheet never stand where another is wanted.
      setDocument(null);
      void task.destroy();
    };
  }, [pdf]);

  if (document === null) return <div className={classes['pages']} aria-busy="true" />;
  return (
    <div className={classes['pages']}>
      {Array.from({ length: document.numPages }, (_, index) => (
        <PdfPage
          key={index}
          document={document}
          page={index + 1}
          widthPx={widthPx}
          label={pageLabel(index + 1, document.numPages)}
          textLabel={textLabel(index + 1)}
        />
      ))}
    </div>
  );
}

type PageProps = { document: PDFDocumentProxy; page: number; widthPx: number; label: string; textLabel: string };

function PdfPage({ document, page, widthPx, label, textLabel }: PageProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');

  useEffect(() => {
    let cancel: (() => void) | null = null;
    let live = true;
    const draw = async (): Promise<void> => {
      const loaded = await document.getPage(page);
      const target = canvas.current;
      if (!live || target === null) return;
      const natural = loaded.getViewport({ scale: 1 });
      const viewport = loaded.getViewport({ scale: (widthPx / natural.width) * window.devicePixelRatio });
      target.width = Math.round(viewport.width);
      target.height = Math.round(viewport.height);
      const render = loaded.render({ canvas: target, viewport });
      cancel = () => render.cancel();
      const content = await loaded.getTextContent();
      if (live) setText(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      // A cancelled rendering rejects; the page is then drawn anew or gone.
      await render.promise.catch(() => undefined);
    };
    draw().catch((error: unknown) => {
      if (live && !document.loadingTask.destroyed) throw error;
    });
    return () => {
      live = false;
      cancel?.();
    };
  }, [document, page, widthPx]);

  return (
    <figure className={classes['page']}>
      <canvas ref={canvas} role="img" aria-label={label} style={{ width: widthPx }} />
      <figcaption>{label}</figcaption>
      <div className={classes['text']} role="region" aria-label={textLabel}>
        {text}
      </div>
    </figure>
  );
}
