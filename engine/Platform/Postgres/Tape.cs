namespace Workbench.Platform.Postgres;

/// <summary>A tape of the database: its number in the rows, and what it is of.</summary>
/// <param name="Id">The number.</param>
/// <param name="Instrument">Of what.</param>
/// <param name="Kind"><c>ticks</c>, <c>trades</c>, or a bar length such as <c>1m@bid</c>.</param>
/// <param name="IsSynthetic">Whether its data were generated.</param>
/// <param name="Revision">Which state is in force, from 1.</param>
sealed record Tape(int Id, Instrument Instrument, string Kind, bool IsSynthetic, int Revision)
{
    /// <summary>For messages.</summary>
    public override string ToString() => $"{Instrument.Symbol} {Kind}";
}
