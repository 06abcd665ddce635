package io.fluxlab.parameter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Whole numbers out of numbers of any type: exact as far as a long reaches, and at a cost that does not grow with the number
 * of digits. Stateless.
 */
final class WholeNumber {

    /** Further from zero than any long, for whatever is. */
    private static final BigInteger FAR = BigInteger.ONE.shiftLeft(Long.SIZE);

    /** Digits that a long has at the most, and one more. */
    private static final int FAR_DIGITS = 20;

    /** A number that is given to more digits than these bits hold is none that anybody meant. */
    private static final int MOST_BITS = 512;

    private WholeNumber() {}

    /** The number; beyond every long, any number on that side. Empty where it has a fraction or is none. */
    static Optional<BigInteger> of(Object value) {
        return switch (value) {
            case Long number -> Optional.of(BigInteger.valueOf(number));
            case Integer number -> Optional.of(BigInteger.valueOf(number));
            case BigInteger number -> Optional.of(number.bitLength() < Long.SIZE ? number : far(number.signum()));
            case BigDecimal number -> of(number);
            case Number number -> parse(number.toString());
            default -> Optional.empty();
        };
    }

    /** Other numbers by their shortest digits: those of a float are not those of the double it stands for. */
    private static Optional<BigInteger> parse(String digits) {
        try {
            return of(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            return Optional.empty(); // NaN and the infinities
        }
    }

    private static Optional<BigInteger> of(BigDecimal number) {
        if (number.unscaledValue().bitLength() > MOST_BITS) {
            return Optional.empty();
        }
        BigDecimal least = number.stripTrailingZeros();
        if (least.scale() > 0) {
            return Optional.empty();
        }
        boolean isFar = (long) least.precision() - least.scale() > FAR_DIGITS;
        return Optional.of(isFar ? far(least.signum()) : least.toBigInteger());
    }

    private static BigInteger far(int sign) {
        return sign < 0 ? FAR.negate() : FAR;
    }
}
