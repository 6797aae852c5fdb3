"""What Zendesk's words for people and satisfaction mean here."""

from qa_desktop.interactions.model import Role

# Zendesk's two answers at the ends of the usual five-point scale.
SATISFACTION = {
    "good": 5.0,
    "good_with_comment": 5.0,
    "bad": 1.0,
    "bad_with_comment": 1.0,
}
# Fields of a ticket whose values are people's ids.
PEOPLE = frozenset(("assignee_id", "requester_id", "submitter_id"))
_STAFF = frozenset(("agent", "admin", "owner", "light_agent", "team_lead"))


def role_of_user(role: str | None, user: str | None, requester: str | None) -> Role:
    """By the user's own role, else by being the ticket's requester."""
    if role in _STAFF:
        return Role.AGENT
    if role in ("end-user", "end_user") or (user and user == requester):
        return Role.CUSTOMER
    if user in ("-1", "system"):
        return Role.SYSTEM
    # Whoever else comments on a known requester's ticket works there.
    return Role.AGENT if user and requester else Role.OTHER
