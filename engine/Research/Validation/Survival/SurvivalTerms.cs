namespace Workbench.Research.Validation;

/// <summary>What surviving an adversarial tape means: no margin call, a drawdown not much deeper than on the real tape, no event that costs more than a limit.</summary>
public sealed record SurvivalTerms
{
    /// <summary>Deepest fall, in times of that on the real tape. Default 1.5.</summary>
    public double DrawdownTimes { get; init; } = 1.5;

    /// <summary>A fall up to that share of the peak is survived whatever it was on the real tape: else who never lost could not survive. Default 0.001.</summary>
    public double DrawdownFloor { get; init; } = 0.001;

    /// <summary>Largest loss over the periods that one event touches, as a share of equity. Default 0.05.</summary>
    public double EventLoss { get; init; } = 0.05;
}
