// What W8 measures: a strategy that does nothing, so that all the time there is goes into starting and ending.

public sealed class Empty : Strategy;
