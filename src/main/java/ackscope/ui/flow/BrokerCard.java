package ackscope.ui.flow;

/**
 * One broker in the diagram.
 *
 * @param role   "Leader", "leads 4 of 12", or what state it is in when it is not up
 * @param sync   its place in the ISR, in words
 * @param leader whether it leads anything
 * @param look   how its border looks
 * @param badge  the lever that was pulled on it and still acts; empty for none
 */
record BrokerCard(int id, String role, Tone roleTone, String sync, Tone syncTone, boolean leader, Look look,
        String badge) {

    /** A card's border: solid, dashed amber, dashed red. */
    enum Look {
        UP, HELD, DOWN
    }

    String spoken() {
        return "broker " + id + ": " + role + ", " + sync + (badge.isEmpty() ? "" : ", lever " + badge);
    }
}
