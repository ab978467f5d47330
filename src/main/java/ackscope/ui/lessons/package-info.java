/** Lessons: what is asked, what is predicted, the play in the console, and what came of it. */
package ackscope.ui.lessons;
