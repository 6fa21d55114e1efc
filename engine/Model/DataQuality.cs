namespace Workbench.Model;

/// <summary>What the last check said of data. Numbers rise with the trouble.</summary>
public enum DataQuality : byte
{
    /// <summary>Nobody has checked them, or they have changed since. Default.</summary>
    Unchecked,

    /// <summary>Nothing to say.</summary>
    Ok,

    /// <summary>Something a person should know.</summary>
    Warn,

    /// <summary>They show what no market did.</summary>
    Refused,
}
