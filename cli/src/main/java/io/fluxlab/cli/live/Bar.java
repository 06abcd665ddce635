package io.fluxlab.cli.live;

/** How far something is, as a line of blocks that grows by eighths of a character. */
final class Bar {

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
    private static final char FULL = '█';

    private Bar() {}

    static String of(double part, int width) {
        int eighths = (int) Math.round(Math.clamp(part, 0, 1) * width * 8);
        StringBuilder bar = new StringBuilder(String.valueOf(FULL).repeat(eighths / 8));
        if (eighths % 8 > 0) {
            bar.append(EIGHTHS.charAt(eighths % 8));
        }
        return bar.append(" ".repeat(width - bar.length())).toString();
    }
}
