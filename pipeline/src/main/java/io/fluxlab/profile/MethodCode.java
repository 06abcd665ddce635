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

    private static final String SPINS = "onSpinWait";

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

    private boolean branches(int pc) {
        int opcode = opcode(pc);
        return (opcode >= 153 && opcode <= 167) || opcode == 198 || opcode == 199;
    }

    /**
     * Whether the loop waits: it says so, or reads something at each turn, calls nothing but methods that tell something, and
     * keeps nothing of it but what they told last, or how often it has asked.
     */
    boolean waits(Loop loop, Predicate<Call> asks) {
        boolean reads = false;
        for (int at = 0; at < starts.size(); at++) {
            int pc = starts.get(at);
            if (pc < loop.from() || pc > loop.to()) {
                continue;
            }
            boolean isCall = isCall(pc);
            if (isCall && called(pc).name().equals(SPINS)) {
                return true;
            }
            if (isCall ? !asks.test(called(pc)) : !isHarmless(pc) && !keepsAnAnswer(at) && !counts(pc, loop)) {
                return false;
            }
            reads |= isCall || isFieldRead(pc);
        }
        return reads;
    }

    /** Whether the method as a whole only tells something: no loop, nothing written, no call but of such methods. */
    boolean tells(Predicate<Call> asks) {
        return starts.size() < MOST_INSTRUCTIONS
                && starts.stream().noneMatch(pc -> branches(pc) && code.getShort(pc + 1) <= 0)
                && starts.stream().allMatch(pc -> isCall(pc) ? asks.test(called(pc)) : isHarmless(pc) || returns(pc));
    }

    private static boolean isStore(int opcode) {
        return opcode >= 54 && opcode <= 78;
    }

    /** Whether it keeps in a local variable what a call without arguments has just told, or a yes or no. */
    private boolean keepsAnAnswer(int at) {
        if (!isStore(opcode(starts.get(at)))) {
            return false;
        }
        int before = at - 1;
        while (before >= 0 && isConversion(opcode(starts.get(before)))) {
            before--;
        }
        if (before < 0) {
            return false;
        }
        int kept = starts.get(before);
        return isYesOrNo(opcode(kept)) || (isCall(kept) && called(kept).isWithoutArguments());
    }

    private static boolean isYesOrNo(int opcode) {
        return opcode == 3 || opcode == 4;
    }

    private static boolean isConversion(int opcode) {
        return opcode == 89 || opcode == 92 || opcode == 192 || (opcode >= 133 && opcode <= 147);
    }

    /** Whether it adds to a variable that the loop makes no other use of. */
    private boolean counts(int pc, Loop loop) {
        return opcode(pc) == 132
                && starts.stream()
                        .filter(other -> other >= loop.from() && other <= loop.to())
                        .noneMatch(other -> loadedInt(other) == (code.get(pc + 1) & 0xFF));
    }

    /** The number of the variable that it loads; -1 where it loads none. */
    private int loadedInt(int pc) {
        int opcode = opcode(pc);
        return opcode == 21 ? code.get(pc + 1) & 0xFF : opcode >= 26 && opcode <= 29 ? opcode - 26 : -1;
    }

    private boolean isCall(int pc) {
        return opcode(pc) >= 182 && opcode(pc) <= 185;
    }

    private boolean isFieldRead(int pc) {
        return opcode(pc) == 178 || opcode(pc) == 180;
    }

    private boolean returns(int pc) {
        return opcode(pc) >= 172 && opcode(pc) <= 177;
    }

    /** Constants, loads, the stack, sums, conversions, comparisons, branches, checks of a type. */
    private boolean isHarmless(int pc) {
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

    /** A method that is called, by its class (with slashes), its name and its descriptor. */
    record Call(String owner, String name, String descriptor) {
        boolean isWithoutArguments() {
            return descriptor.startsWith("()");
        }
    }

    private Call called(int pc) {
        int[] method = (int[]) constants[code.getShort(pc + 1) & 0xFFFF];
        int[] nameAndType = (int[]) constants[method[1]];
        Object owner = constants[method[0]];
        return new Call(
                owner instanceof Integer name ? String.valueOf(constants[name]) : "",
                String.valueOf(constants[nameAndType[0]]),
                String.valueOf(constants[nameAndType[1]]));
    }

    private int opcode(int pc) {
        return code.get(pc) & 0xFF;
    }
}
