namespace Workbench.Core.Tests.Kit;

/// <summary>A scripted strategy that hears the bells of sessions.</summary>
sealed class SessionScripted : TickScripted
{
    public Action<Scripted, SessionEvent>? Rung { get; init; }

    public override void OnSession(in SessionEvent session) => Rung?.Invoke(this, session);
}
