package ackscope.ui.flow;

/** One line of a station: what, and how much. A line without a value is a sentence. */
record Row(String label, String value, Tone tone) {

    Row(String label, String value) {
        this(label, value, Tone.PLAIN);
    }

    static Row sentence(String text, Tone tone) {
        return new Row(text, "", tone);
    }

    String spoken() {
        return value.isEmpty() ? label : label + " " + value;
    }
}
