package io.fluxlab.scenario;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** The form of a Russian noun behind a number: 1 раз, 2 раза, 2.5 раза, 5 раз. Stateless. */
final class RussianCount {

    /** What questions count, each in the forms for one, for two to four and for parts, and for five and more. */
    private static final List<Noun> NOUNS = List.of(
            new Noun("раз", "раза", "раз"),
            new Noun("поток", "потока", "потоков"),
            new Noun("кадр", "кадра", "кадров"));

    private RussianCount() {}

    /** The noun in the form that the number asks for; as it is where its forms are not known, as of a unit: мс. */
    static String of(String number, String noun) {
        return NOUNS.stream()
                .filter(each -> each.has(noun))
                .findFirst()
                .map(each -> each.form(new BigDecimal(number)))
                .orElse(noun);
    }

    private record Noun(String one, String few, String many) {

        boolean has(String form) {
            return List.of(one, few, many).contains(form);
        }

        String form(BigDecimal number) {
            if (number.stripTrailingZeros().scale() > 0) {
                return few;
            }
            int lastTwo =
                    number.abs().toBigInteger().mod(BigInteger.valueOf(100)).intValue();
            int last = lastTwo % 10;
            boolean teen = lastTwo > 10 && lastTwo < 20;
            if (last == 1 && !teen) {
                return one;
            }
            return last >= 2 && last <= 4 && !teen ? few : many;
        }
    }
}
