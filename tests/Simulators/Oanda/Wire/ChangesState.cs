namespace Workbench.Simulators.Oanda;

/// <summary>The part of a changes answer that moves with prices: of the account, and of each thing in it.</summary>
public sealed record ChangesState
{
    [Flat]
    public required AccountState State { get; init; }

    public required IReadOnlyList<object> Orders { get; init; }

    public required IReadOnlyList<object> Trades { get; init; }

    public required IReadOnlyList<object> Positions { get; init; }
}
