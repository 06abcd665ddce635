package io.fluxlab.lecture.threads;

/** The lecture's {@code MyThread}: a subclass that keeps the arguments in fields and overrides {@code run}. */
final class NotingThread extends Thread {

    private final Notebook notebook;
    private final int a;
    private final int b;
    private final int c;

    NotingThread(String name, Notebook notebook, int a, int b, int c) {
        super(name);
        this.notebook = notebook;
        this.a = a;
        this.b = b;
        this.c = c;
    }

    @Override
    public void run() {
        notebook.note(a, b, c);
    }
}
