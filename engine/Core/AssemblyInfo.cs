using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Workbench.Core.Tests")]
