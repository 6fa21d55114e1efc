namespace Workbench.Model;

/// <summary>What the program's exit tells the caller; the numbers are a contract with everyone who scripts it.</summary>
public enum ExitCode
{
    /// <summary>All went well.</summary>
    Ok = 0,

    /// <summary>The strategy or a notebook cell failed.</summary>
    StrategyFailed = 1,

    /// <summary>The words of the call were off.</summary>
    Usage = 2,

    /// <summary>A named file, run, strategy or instrument is not there.</summary>
    NotFound = 3,

    /// <summary>Data are missing, damaged or refused.</summary>
    Data = 4,

    /// <summary>The script does not compile, or the determinism gate refused it.</summary>
    Compile = 5,

    /// <summary>A broker or its authentication failed.</summary>
    Broker = 6,

    /// <summary>Risk said no.</summary>
    RiskVeto = 7,

    /// <summary>Something took longer than it may.</summary>
    TimeOut = 8,

    /// <summary>A parity or other check fell below its threshold.</summary>
    CheckFailed = 9,

    /// <summary>Stopped by Ctrl-C.</summary>
    Cancelled = 130,
}
