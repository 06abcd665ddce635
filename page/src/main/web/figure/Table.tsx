// The table of a plot, folded away until somebody asks for it.
import { useSignal } from "@preact/signals";
import { words } from "../words/words";

interface Properties {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Made only where they are shown. */
  readonly rows: () => readonly (readonly string[])[];
  /** What it is called where a plot has several. */
  readonly title?: string;
}

export function Table({ caption, columns, rows, title }: Properties) {
  const isOpen = useSignal(false);
  return (
    <details class="table" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{title ?? words.value.table}</summary>
      {isOpen.value && <Rows caption={caption} columns={columns} rows={rows()} />}
    </details>
  );
}

interface RowProperties {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function Rows({ caption, columns, rows }: RowProperties) {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption class="hidden">{caption}</caption>
        <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => column === 0 ? <th key={column} scope="row">{cell}</th> : <td key={column}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
