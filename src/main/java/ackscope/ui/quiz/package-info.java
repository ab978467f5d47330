/** The quiz: questions, their answers, and the play that proves them. */
package ackscope.ui.quiz;
