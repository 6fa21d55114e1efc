namespace Workbench.Platform.Postgres;

/// <summary>What the table of tapes says of one.</summary>
/// <param name="Id">Its number in the rows.</param>
/// <param name="Symbol">Of what.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="IsSynthetic">Whether its data were generated.</param>
/// <param name="Revision">Which state is in force, from 1.</param>
sealed record TapeHead(int Id, string Symbol, string Kind, bool IsSynthetic, int Revision);
