package io.fluxlab.profile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The bytecode of one method (Java Virtual Machine Specification, chapter 6). Not changed once it is made. */
final class MethodCode {

    /** How long each instruction is, as a digit: 0 is a switch, 9 is {@code wide}, of which methods with loops that wait have none. */
    private static final String LENGTHS = "1".repeat(16) // constants
            + "2323" + "3" // bipush, sipush, ldc, ldc_w, ldc2_w
            + "22222" + "1".repeat(28) // loads
            + "22222" + "1".repeat(73) // stores, the stack, arithmetic
            + "3" + "1".repeat(20) // iinc, conversions, comparisons
            + "3".repeat(16) // branches
            + "2" + "00" + "111111" // ret, switches, returns
            + "3333" + "333" + "55" // fields, calls
            + "3" + "2" + "3" + "11" + "33" + "11" // objects
            + "9" + "4" + "33" + "55"; // wide, multianewarray, branches by null, wide branches

    private final ByteBuffer code;
    private final int[] lines;
    private final Object[] constants;
    private final List<Integer> starts = new ArrayList<>();

    MethodCode(ByteBuffer code, int[] lines, Object[] constants) {
        this.code = code;
        this.lines = lines;
        this.constants = constants;
        for (int pc = 0; pc < code.limit(); ) {
            int length = LENGTHS.charAt(opcode(pc)) - '0';
            if (length == 0 || length == 9) {
                return; // what comes behind is not looked at
            }
            starts.add(pc);
            pc += length;
        }
    }

    /** From the first to the last instruction of a loop. */
    record Loop(int from, int to) {}

    /** The innermost loop that has something of this line. */
    Optional<Loop> loopAt(int line) {
        return starts.stream()
                .filter(this::branches)
                .map(pc -> new Loop(pc + code.getShort(pc + 1), pc))
                .filter(loop -> loop.from() >= 0 && loop.from() <= loop.to())
                .filter(loop ->
                        starts.stream().anyMatch(pc -> pc >= loop.from() && pc <= loop.to() && lines[pc] == line))
                .min(Comparator.comparingInt(loop -> loop.to() - loop.from()));
    }

    private boolean branches(int pc) {
        int opcode = opcode(pc);
        return (opcode >= 153 && opcode <= 167) || opcode == 198 || opcode == 199;
    }

    /** Whether the loop reads something at each turn, calls nothing but such methods, and keeps nothing of it. */
    boolean onlyAsks(Loop loop, Set<String> methods) {
        boolean reads = false;
        for (int pc : starts) {
            if (pc < loop.from() || pc > loop.to()) {
                continue;
            }
            int opcode = opcode(pc);
            boolean isCall = opcode >= 182 && opcode <= 185;
            if (isCall && !methods.contains(called(pc))) {
                return false;
            }
            boolean isRead = isCall || opcode == 178 || opcode == 180;
            boolean isHarmless = opcode <= 53
                    || (opcode >= 87 && opcode <= 103)
                    || (opcode >= 133 && opcode <= 167)
                    || opcode == 192
                    || opcode == 193
                    || opcode == 198
                    || opcode == 199;
            if (!isRead && !isHarmless) {
                return false;
            }
            reads |= isRead;
        }
        return reads;
    }

    private String called(int pc) {
        int[] method = (int[]) constants[code.getShort(pc + 1) & 0xFFFF];
        int[] nameAndType = (int[]) constants[method[1]];
        return String.valueOf(constants[nameAndType[0]]);
    }

    private int opcode(int pc) {
        return code.get(pc) & 0xFF;
    }
}
