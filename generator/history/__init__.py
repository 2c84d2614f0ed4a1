"""Change control: two states of a knowledge base, what differs in meaning, what that touches, what the gate demands."""
