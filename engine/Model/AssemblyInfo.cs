using System.Runtime.CompilerServices;

// Only Core's risk gate makes a RiskApproved; an architecture test holds that it is the one place that does.
[assembly: InternalsVisibleTo("Workbench.Core")]
