namespace Workbench.Model;

/// <summary>How much a release is expected to move the market.</summary>
public enum CalendarImpact : byte
{
    /// <summary>Nobody says; a holiday too.</summary>
    Unknown,

    /// <summary>Little.</summary>
    Low,

    /// <summary>Something.</summary>
    Medium,

    /// <summary>Much: interest rates, employment, inflation.</summary>
    High,
}
