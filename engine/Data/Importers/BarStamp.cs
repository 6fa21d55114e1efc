namespace Workbench.Data.Importers;

/// <summary>Which end of a bar its written time names.</summary>
public enum BarStamp
{
    /// <summary>Its first instant.</summary>
    Open,

    /// <summary>The instant it was complete.</summary>
    Close,
}
