// A text to copy, with the button that does.
import { useSignal } from "@preact/signals";
import { words } from "../words/words";

export function Copyable({ label, text }: { readonly label: string; readonly text: string }) {
  const isCopied = useSignal(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    isCopied.value = true;
    setTimeout(() => (isCopied.value = false), 2000);
  };
  return (
    <figure class="copyable">
      <figcaption>{label}</figcaption>
      <pre tabIndex={0} aria-label={label}><code>{text}</code></pre>
      <button type="button" onClick={() => void copy()}>
        {isCopied.value ? words.value.start.copied : words.value.start.copy}
      </button>
    </figure>
  );
}
