/** What a person composes, and how it becomes records: drafts, types, templates, load plans. No wire, no producer, no clock of its own. */
package ackscope.core.compose;
