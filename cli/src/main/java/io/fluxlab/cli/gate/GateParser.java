package io.fluxlab.cli.gate;

import io.fluxlab.cli.figure.LaneFigure;
import io.fluxlab.cli.figure.Unit;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.parameter.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads gates: {@code [LANE.]FIGURE OPERATOR VALUE}, where no lane is the recommended one, or
 * {@code recommended ==|!= LANE}, or {@code slower}. Immutable.
 */
public final class GateParser {

    private static final Pattern GATE = Pattern.compile("\\s*(\\S+?)\\s*(<=|>=|==|!=|<|>)\\s*(.*?)\\s*");

    private final List<String> lanes;

    /** A parser of gates on a comparison of these lanes. */
    public GateParser(List<String> lanes) {
        this.lanes = List.copyOf(lanes);
    }

    /**
     * The gate.
     *
     * @throws UsageException saying what is not understood, and what would be
     */
    public Gate parse(String text) {
        if (text.strip().equals(Gate.SLOWER)) {
            return new Gate.OfOutcome(text);
        }
        Matcher matcher = GATE.matcher(text);
        Operator operator = matcher.matches() ? Operator.of(matcher.group(2)).orElse(null) : null;
        if (operator == null) {
            throw wrong(text, "must be FIGURE OPERATOR VALUE, such as parallel.speedup < 1.5, or slower");
        }
        String subject = matcher.group(1);
        String value = matcher.group(3);
        return subject.equals(Gate.RECOMMENDED)
                ? ofRecommendation(text, operator, value)
                : ofFigure(text, subject, operator, value);
    }

    private Gate ofRecommendation(String text, Operator operator, String lane) {
        if (!operator.isEquality()) {
            throw wrong(text, "recommended can only be == or != a lane");
        }
        if (!lanes.contains(lane)) {
            throw wrong(text, "no lane " + lane + " is compared" + Names.hint(lane, lanes));
        }
        return new Gate.OfRecommendation(text, operator, lane);
    }

    private Gate ofFigure(String text, String subject, Operator operator, String value) {
        String id = LaneFigure.numbers().stream()
                .filter(known -> subject.equals(known) || subject.endsWith("." + known))
                .findFirst()
                .orElseThrow(() -> unknown(text, subject));
        LaneFigure figure = LaneFigure.find(id).orElseThrow();
        Unit unit = figure.unit().orElseThrow();
        String owner = id.equals(subject) ? Gate.RECOMMENDED : subject.substring(0, subject.length() - id.length() - 1);
        if (!owners().contains(owner)) {
            throw wrong(text, "no lane " + owner + " is compared" + Names.hint(owner, owners()));
        }
        try {
            return new Gate.OfFigure(text, owner, figure, unit, operator, unit.parse(value));
        } catch (UsageException e) {
            throw wrong(text, String.valueOf(e.getMessage()));
        }
    }

    private UsageException unknown(String text, String subject) {
        String id = owners().stream()
                .filter(owner -> subject.startsWith(owner + "."))
                .findFirst()
                .map(owner -> subject.substring(owner.length() + 1))
                .orElse(subject);
        return wrong(text, "no such figure " + id + Names.hint(id, LaneFigure.numbers()));
    }

    private List<String> owners() {
        List<String> owners = new ArrayList<>(lanes);
        owners.add(Gate.RECOMMENDED);
        return owners;
    }

    private static UsageException wrong(String text, String what) {
        return new UsageException("--fail-if '" + text + "': " + what);
    }
}
