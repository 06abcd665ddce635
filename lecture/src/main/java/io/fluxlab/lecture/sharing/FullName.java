package io.fluxlab.lecture.sharing;

/** A user's names as they should be: both of the same person. */
record FullName(String surname, String firstName) {

    @Override
    public String toString() {
        return firstName + " " + surname;
    }
}
