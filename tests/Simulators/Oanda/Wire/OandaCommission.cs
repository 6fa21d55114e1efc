namespace Workbench.Simulators.Oanda;

/// <summary>What trading costs beside the spread, in the account's currency.</summary>
/// <param name="Commission">For <paramref name="UnitsTraded"/> units.</param>
/// <param name="UnitsTraded">How many units that buys.</param>
/// <param name="MinimumCommission">At least this for a fill.</param>
public sealed record OandaCommission(decimal Commission, decimal UnitsTraded, decimal MinimumCommission);
