package org.example.bodies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Bodies that block in the initialiser of a class, which the JVM calls through a frame of native code. */
public final class NativeFrames {

    private NativeFrames() {}

    public static int sleep() throws ReflectiveOperationException {
        return initialise(Sleeping.class);
    }

    public static int park() throws ReflectiveOperationException {
        return initialise(Parking.class);
    }

    /** A class is initialised once: each time it is another one. */
    private static int initialise(Class<?> type) throws ReflectiveOperationException {
        Class.forName(type.getName(), true, new Loader(type));
        return 1;
    }

    static final class Sleeping {
        static {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Sleeping() {}
    }

    static final class Parking {
        static {
            LockSupport.parkNanos(10_000_000);
        }

        private Parking() {}
    }

    /** Defines one class anew. */
    private static final class Loader extends ClassLoader {
        private final Class<?> type;

        Loader(Class<?> type) {
            super(type.getClassLoader());
            this.type = type;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(type.getName()) ? defined(name) : super.loadClass(name, resolve);
        }

        private Class<?> defined(String name) {
            Class<?> known = findLoadedClass(name);
            return known == null ? defineClass(name, code(), 0, code().length) : known;
        }

        private byte[] code() {
            String file = type.getName().replace('.', '/') + ".class";
            try (InputStream in = Objects.requireNonNull(super.getResourceAsStream(file))) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
