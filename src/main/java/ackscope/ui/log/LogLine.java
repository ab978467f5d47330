package ackscope.ui.log;

import ackscope.core.event.LogEvent;

/**
 * One line of the log panel.
 *
 * @param atMs  when it happened last, ms since the epoch
 * @param count how many times in a row
 */
record LogLine(long atMs, LogEvent.Level level, String text, int count) {

    LogLine again(long at) {
        return new LogLine(at, level, text, count + 1);
    }
}
