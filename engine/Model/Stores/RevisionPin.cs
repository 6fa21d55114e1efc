namespace Workbench.Model;

/// <summary>A tape as it was: one of its former states by number.</summary>
/// <param name="Instrument">Symbol.</param>
/// <param name="Kind"><c>ticks</c>, <c>trades</c>, or a bar length such as <c>1m@bid</c>.</param>
/// <param name="Number">Which state, from 1.</param>
public sealed record RevisionPin(string Instrument, string Kind, int Number);
