package io.fluxlab.profile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    /** A method with more does more than to tell something. */
    private static final int MOST_INSTRUCTIONS = 24;

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

    boolean branches(int pc) {
        int opcode = opcode(pc);
        return (opcode >= 153 && opcode <= 167) || opcode == 198 || opcode == 199;
    }

    /** Whether the method as a whole only tells something: no loop, nothing written, no call but of such methods. */
    boolean tells(Predicate<Call> asks) {
        return starts.size() < MOST_INSTRUCTIONS
                && starts.stream().noneMatch(pc -> branches(pc) && code.getShort(pc + 1) <= 0)
                && starts.stream().allMatch(pc -> isCall(pc) ? asks.test(called(pc)) : isHarmless(pc) || returns(pc));
    }

    /** Where the instructions of a loop begin, in their order. */
    List<Integer> of(Loop loop) {
        return starts.stream()
                .filter(pc -> pc >= loop.from() && pc <= loop.to())
                .toList();
    }

    /** Whether it takes a value off the stack into a local variable. */
    boolean stores(int pc) {
        return opcode(pc) >= 54 && opcode(pc) <= 78;
    }

    boolean loads(int pc) {
        return opcode(pc) >= 21 && opcode(pc) <= 45;
    }

    /** Whether it adds to a local variable where that is. */
    boolean increments(int pc) {
        return opcode(pc) == 132;
    }

    /** The number of the local variable that it loads, stores or increments. */
    int variable(int pc) {
        int opcode = opcode(pc);
        if (opcode >= 26 && opcode <= 45) {
            return (opcode - 26) % 4;
        }
        return opcode >= 59 && opcode <= 78 ? (opcode - 59) % 4 : code.get(pc + 1) & 0xFF;
    }

    boolean isYesOrNo(int pc) {
        return opcode(pc) == 3 || opcode(pc) == 4;
    }

    boolean isConstant(int pc) {
        return opcode(pc) <= 20;
    }

    /** Whether it adds, or takes away. */
    boolean adds(int pc) {
        return opcode(pc) >= 96 && opcode(pc) <= 103;
    }

    boolean isCall(int pc) {
        return opcode(pc) >= 182 && opcode(pc) <= 185;
    }

    boolean isFieldRead(int pc) {
        return opcode(pc) == 178 || opcode(pc) == 180;
    }

    private boolean returns(int pc) {
        return opcode(pc) >= 172 && opcode(pc) <= 177;
    }

    /** Constants, loads, the stack, sums, conversions, comparisons, branches, checks of a type. */
    boolean isHarmless(int pc) {
        int opcode = opcode(pc);
        return isFieldRead(pc)
                || opcode <= 53
                || (opcode >= 87 && opcode <= 103)
                || (opcode >= 133 && opcode <= 167)
                || opcode == 192
                || opcode == 193
                || opcode == 198
                || opcode == 199;
    }

    /** A method that is called, by its class (with slashes) and its name. */
    record Call(String owner, String name) {}

    Call called(int pc) {
        int[] method = (int[]) constants[code.getShort(pc + 1) & 0xFFFF];
        int[] nameAndType = (int[]) constants[method[1]];
        Object owner = constants[method[0]];
        return new Call(
                owner instanceof Integer name ? String.valueOf(constants[name]) : "",
                String.valueOf(constants[nameAndType[0]]));
    }

    private int opcode(int pc) {
        return code.get(pc) & 0xFF;
    }
}
