namespace Workbench.Data.Quality;

/// <summary>What the check says of a day of data, or of all of them: the worst of what it found.</summary>
public enum Verdict
{
    /// <summary>Nothing to say.</summary>
    Ok = 1,

    /// <summary>Something a person should know; it may be used.</summary>
    Warn,

    /// <summary>It shows what no market did; a run over it must say that it accepts that.</summary>
    Refused,
}
