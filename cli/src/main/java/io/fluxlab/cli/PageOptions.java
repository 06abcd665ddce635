package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.page.LabPage;
import picocli.CommandLine.Option;

/** Whether a browser shows what runs in this command. */
final class PageOptions {

    @Option(
            names = "--page",
            description =
                    "Show it in a browser, too: on a free port of this machine alone, until Ctrl-C. Where there is no desktop, the"
                            + " address is all that is written.")
    private boolean page;

    boolean isWanted() {
        return page;
    }

    /** What is wrong with this option, told before anything starts. */
    void check(LabOptions lab, DetachOptions detach) {
        if (!page) {
            return;
        }
        if (lab.server().isPresent() || detach.isWanted()) {
            throw new UsageException(
                    "--page is for what runs in this command: a server shows its page at its own HTTP address");
        }
        if (detach.keeps()) {
            throw new UsageException("--page and --keep: use 'fluxlab serve', whose page shows what it keeps");
        }
        if (!LabPage.built().exists()) {
            throw new UsageException("--page: this was built on a machine without npm, and has no page");
        }
    }
}
