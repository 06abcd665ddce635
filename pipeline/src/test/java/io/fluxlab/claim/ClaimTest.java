package io.fluxlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fluxlab.claim.Claim.Children;
import org.junit.jupiter.api.Test;

class ClaimTest {

    private static final Claim SOME = new Claim(1, 20, 300, new Children(4, 50));
    private static final Claim OTHER = new Claim(10, 2, 3, new Children(40, 5));

    @Test
    void whatIsAddedCanBeTakenAway() {
        assertThat(SOME.plus(OTHER)).isEqualTo(new Claim(11, 22, 303, new Children(44, 55)));
        assertThat(SOME.plus(OTHER).minus(OTHER)).isEqualTo(SOME);
        assertThat(SOME.minus(SOME)).isEqualTo(Claim.NONE);
    }

    @Test
    void nothingIsLessThanNothing() {
        assertThat(SOME.minus(OTHER)).isEqualTo(new Claim(0, 18, 297, new Children(0, 45)));
        assertThat(Claim.NONE.minus(Claim.ANY)).isEqualTo(Claim.NONE);
    }

    @Test
    void oneAfterTheOtherTakesTheLargerOfEach() {
        assertThat(SOME.or(OTHER)).isEqualTo(new Claim(10, 20, 300, new Children(40, 50)));
    }

    @Test
    void sumsAndProductsThatAreTooLargeAreAsLargeAsCanBe() {
        assertThat(Claim.ANY.plus(SOME)).isEqualTo(Claim.ANY);
        assertThat(SOME.plus(Claim.ANY)).isEqualTo(Claim.ANY);
        assertThat(SOME.times(Long.MAX_VALUE))
                .isEqualTo(new Claim(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Children.ANY));
        assertThat(Claim.ofHeapBytes(1L << 62).times(2).heapBytes()).isEqualTo(Long.MAX_VALUE);
        assertThat(Claim.ofHeapBytes(1L << 61).times(2).heapBytes()).isEqualTo(1L << 62);
        assertThat(SOME.times(0)).isEqualTo(Claim.NONE);
    }

    @Test
    void elsewhereHeapAndDescriptorsAreNotThisProcesss() {
        assertThat(SOME.elsewhere()).isEqualTo(new Claim(0, 20, 0, new Children(4, 50)));
    }

    @Test
    void aChildHasThreadsAndTakesDescriptorsOfItsParent() {
        Claim children = Claim.ofProcesses(3, 64);

        assertThat(children.children()).isEqualTo(new Children(3, 192));
        assertThat(children.threads()).isGreaterThan(3 * 10);
        assertThat(children.descriptors()).isGreaterThanOrEqualTo(3 * 2);
    }

    @Test
    void amountsBelowZeroAreNotTaken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim(0, -1, 0, Children.NONE))
                .withMessage("threads must be at least 0, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Children(0, -2))
                .withMessage("heapMegabytes must be at least 0, was -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SOME.times(-3))
                .withMessage("count must be at least 0, was -3");
    }
}
