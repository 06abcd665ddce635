package io.fluxlab.lecture.green;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A program that says that it runs, and sleeps until its standard input ends, which it does with whoever started it. */
public final class SleepingProgram {

    private SleepingProgram() {}

    /** Says so, and sleeps. */
    public static void main(String[] arguments) throws IOException {
        new FileOutputStream(FileDescriptor.out).write('\n');
        System.in.transferTo(OutputStream.nullOutputStream()); // nobody says anything
    }
}
