/** The signatory's pages over real HTTP, with the real engine behind them and the codes taken from the letters. */
package org.alternat.signing.web;
