namespace Workbench.Simulators.Market;

/// <summary>All that an exchange knows of an account at one moment: the truth that a test compares with.</summary>
public sealed record SimAccountState(
    string Name, IReadOnlyList<SimOrder> Orders, IReadOnlyList<SimFill> Fills, IReadOnlyList<SimPosition> Positions, IReadOnlyList<SimBalance> Balances)
{
    public static IReadOnlyList<SimAccountState> All(SimExchange exchange) => exchange.Read(() => exchange.Accounts.Select(name => new SimAccountState(
        name, exchange.Orders(name), exchange.Fills(name), exchange.Positions(name), exchange.Balances(name))).ToList());
}
