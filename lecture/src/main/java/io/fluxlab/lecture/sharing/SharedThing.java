package io.fluxlab.lecture.sharing;

/** What is shared. */
enum SharedThing {
    /** A user's surname and first name, which belong together. */
    NAME("names of a user"),
    /** A list that one thread reads while another removes from it. */
    LIST("list"),
    /** A counter that several increment. */
    COUNTER("counter");

    private final String label;

    SharedThing(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    SharingTrial trial(Sharing sharing) {
        return switch (this) {
            case NAME -> new NameTrial(sharing);
            case LIST -> new ListTrial(sharing);
            case COUNTER -> new CounterTrial(sharing);
        };
    }
}
