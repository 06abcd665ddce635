package io.fluxlab.catalog.primes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array as one word, the first byte lowest. */
final class Words {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    static long get(byte[] bytes, int index) {
        return (long) WORDS.get(bytes, index);
    }

    static void set(byte[] bytes, int index, long word) {
        WORDS.set(bytes, index, word);
    }
}
