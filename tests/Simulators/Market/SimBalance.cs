namespace Workbench.Simulators.Market;

/// <summary>What an account has of an asset, and how much of it open orders hold.</summary>
public readonly record struct SimBalance(string Asset, decimal Total, decimal Locked)
{
    public decimal Free => Total - Locked;
}
