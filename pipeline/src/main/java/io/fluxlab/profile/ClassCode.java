package io.fluxlab.profile;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the bytecode of a class's methods from its file (Java Virtual Machine Specification, chapter 4). Stateless. */
final class ClassCode {

    private static final int UTF8 = 1;

    private ClassCode() {}

    /** The methods of this name, with their code. */
    static List<MethodCode> read(DataInputStream in, String name) throws IOException {
        in.skipNBytes(8);
        Object[] constants = constants(in);
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        List<MethodCode> found = new ArrayList<>();
        members(in, constants, name, new ArrayList<>()); // fields
        members(in, constants, name, found);
        return found;
    }

    /** Texts as they are, classes as the index of their name, others as the two indices that those of methods have. */
    private static Object[] constants(DataInputStream in) throws IOException {
        Object[] constants = new Object[in.readUnsignedShort()];
        for (int i = 1; i < constants.length; i++) {
            int tag = in.readUnsignedByte();
            constants[i] = "";
            switch (tag) {
                case UTF8 -> constants[i] = in.readUTF();
                case 3, 4 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    constants[++i] = "";
                }
                case 7 -> constants[i] = in.readUnsignedShort();
                case 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 9, 10, 11, 12, 17, 18 -> constants[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
                default -> throw new IOException("a constant's tag must be known, was " + tag);
            }
        }
        return constants;
    }

    private static void members(DataInputStream in, Object[] constants, String name, List<MethodCode> found)
            throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipNBytes(2);
            boolean isWanted = constants[in.readUnsignedShort()].equals(name);
            in.skipNBytes(2);
            int attributes = in.readUnsignedShort();
            for (int a = 0; a < attributes; a++) {
                Object attribute = constants[in.readUnsignedShort()];
                int length = in.readInt();
                if (isWanted && attribute.equals("Code")) {
                    found.add(code(in, constants));
                } else {
                    in.skipNBytes(Integer.toUnsignedLong(length));
                }
            }
        }
    }

    private static MethodCode code(DataInputStream in, Object[] constants) throws IOException {
        in.skipNBytes(4);
        byte[] code = in.readNBytes(in.readInt());
        in.skipNBytes(8L * in.readUnsignedShort());
        int[] lines = new int[code.length];
        int attributes = in.readUnsignedShort();
        for (int a = 0; a < attributes; a++) {
            Object attribute = constants[in.readUnsignedShort()];
            int length = in.readInt();
            if (attribute.equals("LineNumberTable")) {
                int entries = in.readUnsignedShort();
                for (int e = 0; e < entries; e++) {
                    int start = in.readUnsignedShort();
                    lines[start] = in.readUnsignedShort();
                }
            } else {
                in.skipNBytes(Integer.toUnsignedLong(length));
            }
        }
        for (int pc = 1; pc < lines.length; pc++) {
            lines[pc] = lines[pc] == 0 ? lines[pc - 1] : lines[pc];
        }
        return new MethodCode(ByteBuffer.wrap(code), lines, constants);
    }
}
