namespace Workbench.Core;

/// <summary>How serious a word of risk is.</summary>
public enum RiskLevel : byte
{
    /// <summary>Good to know: a figure is back below its warning, a command was carried out.</summary>
    Info = 1,

    /// <summary>A figure comes near its limit.</summary>
    Warning,

    /// <summary>A limit is passed, and its action is taken.</summary>
    Critical,
}
