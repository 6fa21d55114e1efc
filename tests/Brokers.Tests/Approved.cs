using System.Reflection;

namespace Workbench.Brokers.Tests;

/// <summary>Approval without risk, for talking to simulators: only Core can make one, so a test has to force it.</summary>
static class Approved
{
    public static RiskApproved<T> Of<T>(T value) =>
        (RiskApproved<T>)Activator.CreateInstance(typeof(RiskApproved<T>), BindingFlags.Instance | BindingFlags.NonPublic, null, [value], null)!;
}
