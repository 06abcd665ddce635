package io.fluxlab.scenario.script;

/**
 * Where the settings stand in a lane's text: {@code gil:switchMillis=20} has one, at {@code /switchMillis}. Immutable.
 *
 * @param tree the document
 * @param pointer where the text stands in it
 * @param text the text
 */
record LanePlaces(YamlTree tree, String pointer, String text) implements Places {

    @Override
    public Mark key(String setting) {
        return tree.inText(pointer, keyAt(setting));
    }

    @Override
    public Mark value(String setting) {
        return tree.inText(pointer, keyAt(setting) + setting.length());
    }

    /** A mistake that is the whole text's. */
    Mistake mistake(String message) {
        return new Mistake(tree.value(pointer), message);
    }

    private int keyAt(String setting) {
        return text.indexOf(":" + setting.substring(1) + "=") + 1;
    }
}
