namespace Workbench.App.Cells;

/// <summary>Something that the lake holds: one kind of data of one instrument.</summary>
/// <param name="Instrument">Its symbol.</param>
/// <param name="Kind"><c>ticks</c>, <c>trades</c>, or the length of bars: <c>1m</c>.</param>
/// <param name="Count">Events.</param>
/// <param name="From">First event, UTC.</param>
/// <param name="To">First instant behind the last, UTC.</param>
/// <param name="Gaps">Stretches without data while the market was open.</param>
/// <param name="Source">Where they came from; <c>SYNTHETIC</c> for generated ones.</param>
/// <param name="Sha256">Hash of the data, lower-case hexadecimal: part of the identity of each run over them.</param>
public sealed record StoredTape(string Instrument, string Kind, long Count, DateTime From, DateTime To, int Gaps, string Source, string Sha256);
