// The page: what is on every view of it, and which view the address names.
import { render } from "preact";
import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { HistoryView } from "./history/HistoryView";
import { ScenarioListView } from "./scenario/ScenarioListView";
import { ScenarioView } from "./scenario/ScenarioView";
import { StartView } from "./start/StartView";
import { address, followAddress, isSomewhere, place } from "./state/router";
import { comeIn, connect, lab } from "./state/lab";
import { choose, followTheme, theme, type Theme } from "./state/theme";
import { title } from "./state/title";
import { WatchView } from "./watch/WatchView";
import { filled, language, speak, words, type Language } from "./words/words";

const THEMES: readonly Theme[] = ["auto", "light", "dark"];

function View() {
  const { path } = place.value;
  const [view, ...rest] = path;
  if (!isSomewhere(path)) {
    return <Nowhere path={path} />;
  }
  switch (view) {
    case "watch":
      return <WatchView key={rest.join("/")} runs={rest} />;
    case "history":
      return <HistoryView />;
    case "scenarios":
      return rest[0] === undefined ? <ScenarioListView /> : <ScenarioView name={rest[0]} />;
    default:
      return <StartView />;
  }
}

function Nowhere({ path }: { readonly path: readonly string[] }) {
  const { nowhere: say } = words.value;
  return (
    <section aria-labelledby="nowhere-title">
      <h1 id="nowhere-title">{say.title}</h1>
      <p class="error" role="alert">{filled(say.hint, { address: address(path) })}</p>
    </section>
  );
}

function Header() {
  const say = words.value;
  const view = place.value.path[0] ?? "start";
  return (
    <header class="top">
      <a class="skip" href="#main" onClick={(event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}>{say.skip}</a>
      <a class="brand" href="#/start">{say.title}</a>
      <nav aria-label={say.title}>
        {(["start", "history", "scenarios"] as const).map((name) => (
          <a key={name} href={`#/${name}`} aria-current={view === name ? "page" : undefined}>{say.nav[name]}</a>
        ))}
      </nav>
      <label>{say.language}{" "}
        <select value={language.value} onChange={(event) => speak(event.currentTarget.value as Language)}>
          <option value="en" lang="en">English</option>
          <option value="ru" lang="ru">Русский</option>
        </select>
      </label>
      <label>{say.theme.label}{" "}
        <select value={theme.value} onChange={(event) => choose(event.currentTarget.value as Theme)}>
          {THEMES.map((name) => <option key={name} value={name}>{say.theme[name]}</option>)}
        </select>
      </label>
    </header>
  );
}

function TokenEntry() {
  const say = words.value.token;
  const token = useSignal("");
  const why = lab.connection.value.error;
  return (
    <section aria-labelledby="token-title" class="token">
      <h1 id="token-title">{say.title}</h1>
      <form onSubmit={(event) => {
        event.preventDefault();
        comeIn(token.value.trim());
      }}>
        <div class="field">
          <label for="token">{say.label}</label>
          <input id="token" type="password" autocomplete="off" required aria-describedby="token-about" value={token.value}
            onInput={(event) => (token.value = event.currentTarget.value)} />
          <p id="token-about" class="about">{say.hint}</p>
        </div>
        {why !== undefined && <p class="error" role="alert">{say.refused}{why.message}</p>}
        <button type="submit" class="main">{say.send}</button>
      </form>
    </section>
  );
}

function App() {
  const main = useRef<HTMLElement>(null);
  const { state } = lab.connection.value;
  const view = place.value.path.join("/");
  const shown = useRef(view);
  useSignalEffect(() => {
    document.documentElement.lang = language.value;
    document.title = title(place.value.path, words.value);
  });
  // Whoever goes on by keyboard goes on in the view that has come.
  useEffect(() => {
    if (shown.current !== view) {
      shown.current = view;
      main.current?.focus();
    }
  }, [view]);
  return (
    <>
      <Header />
      <p class={`connection ${state}`} role="status">{state === "connected" ? "" : words.value.connection[state]}</p>
      <main id="main" ref={main} tabIndex={-1}>{state === "refused" ? <TokenEntry /> : <View />}</main>
    </>
  );
}

followTheme();
followAddress();
connect();
const root = document.getElementById("app");
if (root !== null) {
  render(<App />, root);
}
